"""The use cases: folders are scanned and watched, files go through the pipeline, queries become results."""
