"""The library as other programs see it: what the user shares, and nothing else."""
