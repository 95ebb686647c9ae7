"""Labels page: labels, what bears them, and what they are suggested for."""
