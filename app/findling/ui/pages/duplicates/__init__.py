"""The place where files that are alike are looked through, compared and cleared away."""
