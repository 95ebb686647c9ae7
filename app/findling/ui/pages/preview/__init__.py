"""The preview: the document itself beside its result, with the passages that were found."""
