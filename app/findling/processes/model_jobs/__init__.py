"""The process in which models are installed, checked, made faster and taken away while the window goes on."""
