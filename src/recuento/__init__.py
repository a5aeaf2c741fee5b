"""recuento reads reports and keeps every figure as a claim: number, source and exact words."""

__version__ = "0.1.0"
__all__ = ["__version__"]
