"""Siamese U-Net, ensembles, Monte Carlo batch normalisation, checkpoints. Knows arrays, not files of imagery."""
