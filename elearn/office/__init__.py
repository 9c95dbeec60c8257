"""What admins see and do: people, completions, certificates to approve and revoke."""
