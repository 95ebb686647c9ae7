"""HTTP server with the embedding APIs of others, and a search API of its own."""
