"""The API keeps its own description: whatever is asked, every answer is one that OpenAPI tells of."""

import subprocess
import sys
from pathlib import Path


def test_every_answer_is_a_described_one(api_address: str, tmp_path: Path) -> None:
    asked = [f"{api_address}/openapi.json", "--checks", "all", "--max-examples", "5", "--seed", "1"]
    ran = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", "run", *asked, "--no-color"],
        capture_output=True,
        text=True,
        check=False,
        # It keeps notes where it runs.
        cwd=tmp_path,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
