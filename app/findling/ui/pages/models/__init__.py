"""Models page: available models, their cost and quality, and the hardware."""
