"""Builds of a model that compute faster: 8-bit integers for processors, half precision for graphics cards."""
