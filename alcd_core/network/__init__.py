"""Siamese U-Net, ensemble, Monte Carlo batch normalisation, model files. Takes arrays, not image files."""
