"""Service auto scaling: target tracking, step scaling, schedules."""
