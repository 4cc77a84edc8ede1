"""What stands beside the cluster in the lab: the reasons, the form, a prediction."""
