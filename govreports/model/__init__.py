"""The frozen types every room speaks in. Nothing here imports anything of govreports outside this package."""
