"""Records in which every id that an entry names is one of the record."""

from hypothesis import HealthCheck, settings

QUICK = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
