"""The Search place: a box to type into, filters as chips, and results as they come."""
