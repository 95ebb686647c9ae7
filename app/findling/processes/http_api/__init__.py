"""HTTP server with the embedding APIs of TEI and OpenAI."""
