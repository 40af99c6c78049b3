"""The sample municipality is the simulator's own output, so that it can be made again."""
import pathlib
import sys
import tempfile

from command import run


def main():
    with tempfile.TemporaryDirectory() as folder:
        again = pathlib.Path(folder) / "again.csv"
        _, errors, code = run("simulate", "--recipients", 380, "--seed", 2024, "--excel", "--out", again)
        assert code == 0, errors
        assert again.read_bytes() == pathlib.Path(sys.argv[2]).read_bytes(), "see examples/data/README.md"
    print("the sample is made again, byte for byte")


if __name__ == "__main__":
    main()
