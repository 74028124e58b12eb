"""The campaign as data: stages, milestones, quotas, participants, parameters, the plan."""
