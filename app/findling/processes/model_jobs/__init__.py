"""Process that installs, verifies, optimises and removes models."""
