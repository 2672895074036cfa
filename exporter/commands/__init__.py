"""The commands, one module for each kind; `exporter.cli` puts them together.

With `exporter.cli` the only part of the package that prints, exits, or reads the environment.
"""
