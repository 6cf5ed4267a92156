"""Date a programme: each entry's candidates, narrowed together, decided with their reasons, or all problems at once."""

from diplocal.resolver.dating import resolve
from diplocal.resolver.sensitivity import Sensitivity, Stretch, sensitivity

__all__ = ["Sensitivity", "Stretch", "resolve", "sensitivity"]
