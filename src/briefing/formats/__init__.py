"""Sources to documents, a module a format."""
