"""Where speaker labels stand, in every layout of Chinese pages, and what each one says."""
