"""How often something was done lately: one row for each limit and each person or address."""

from django.db import models


class RateLimitCounter(models.Model):
    """Counts from the first hit until `ends_at`; the next hit after that starts again at one."""

    scope = models.CharField(max_length=50)
    key_hash = models.CharField(max_length=64)  # never the address itself
    hits = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "core"
        constraints = [
            models.UniqueConstraint(fields=["scope", "key_hash"], name="rate_limit_one_per_key"),
            models.CheckConstraint(
                condition=models.Q(hits__gte=1), name="rate_limit_hits_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope}: {self.hits}"
