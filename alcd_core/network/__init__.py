"""Siamese U-Net, ensemble, Monte Carlo batch normalisation, model files. Works on arrays, not image files."""
