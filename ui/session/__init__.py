"""The open campaign: its layers, its queue, its running job."""
