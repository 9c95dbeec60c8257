"""How fast the platform serves, beside a bare Flask page on the same server in the same run."""
