"""What the dashboard costs, as ratios against something else measured in the same run. `python -m benchmarks` runs all of it."""
