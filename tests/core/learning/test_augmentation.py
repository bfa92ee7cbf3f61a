import torch

from alcd_core.learning.augmentation import augmented
from alcd_core.learning.batches import TensorBatch
from alcd_core.network.orientation import oriented


def test_dates_labels_and_validity_get_the_same_orientation():
    labels = torch.randint(0, 2, (8, 6, 6), generator=torch.Generator().manual_seed(0))
    images = torch.stack([torch.stack([labels, labels + 10], dim=1)] * 2).float()
    batch = augmented(TensorBatch(images, labels == 1, labels, list(range(8))), range(8))
    for n in range(8):
        assert torch.equal(batch.labels[n], oriented(labels[n], n))
        assert torch.equal(batch.valid[n], batch.labels[n] == 1)
        for date in range(2):
            assert torch.equal(batch.images[date, n, 0], batch.labels[n].float())
            assert torch.equal(batch.images[date, n, 1], batch.labels[n].float() + 10)
