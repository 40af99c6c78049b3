"""Runs the measurements of tools/bench and prints them as one table."""
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD, PEERS = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])


def google_benchmark(name, *arguments):
    """Median items a second of each benchmark of a program."""
    program = BUILD / "bin" / name
    done = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true",
         "--benchmark_min_time=0.2", *arguments],
        check=True, capture_output=True, text=True)
    runs = json.loads(done.stdout)["benchmarks"]
    return {run["run_name"]: run for run in runs if run["aggregate_name"] == "median"}


def lines_per_second(rate):
    for unit, size in (("M/s", 1e6), ("k/s", 1e3)):
        if rate >= size:
            return f"{rate / size:.1f} {unit}"
    return f"{rate:.0f} /s"


def national_numbers():
    rows = []
    for name, run in google_benchmark("national_id_benchmark").items():
        rows.append(("P2", f"national numbers, {name}", run["items_per_second"], lines_per_second))
    for kind in ("valid", "half_wrong"):
        numbers = subprocess.run([BUILD / "bin/national_id_benchmark", "--print-numbers", kind],
                                 check=True, capture_output=True, text=True).stdout
        done = subprocess.run(
            [sys.executable, ROOT / "benchmarks/national_id_peers.py", "--node-modules", PEERS / "node_modules"],
            input=numbers, check=True, capture_output=True, text=True)
        for line in done.stdout.splitlines():
            peer = json.loads(line)
            rows.append(("P2", f"national numbers, {peer['peer']}, {kind}", peer["numbers_per_second"], lines_per_second))
    return rows


def our_validation(files):
    """Our own program, when it is built: it is given the files that the peers read."""
    if not (BUILD / "bin/validation_benchmark").exists():
        return []
    arguments = [f"--{quality}={file}" for quality, file in files.items()]
    return [("P3", f"validation of a batch, {name}", run["items_per_second"], lines_per_second)
            for name, run in google_benchmark("validation_benchmark", *arguments).items()]


def validation_of_a_batch():
    script = ROOT / "benchmarks/validation_rows.py"
    files = {quality: BUILD / "measured" / f"{quality}.csv" for quality in ("clean", "broken")}
    for quality, more in (("clean", ("--command", BUILD / "bin/brukerplan")), ("broken", ("--clean", files["clean"]))):
        if not files[quality].exists():
            subprocess.run([sys.executable, script, quality, *more, "--out", files[quality]], check=True)
    # Which rules the peers leave out is said on standard error, and passes through.
    done = subprocess.run([sys.executable, ROOT / "benchmarks/validation_peers.py", "measure", "--json", "--clean",
                           files["clean"], "--broken", files["broken"]], check=True, stdout=subprocess.PIPE, text=True)
    rows = our_validation(files)
    for line in done.stdout.splitlines():
        peer = json.loads(line)
        rows.append(("P3", f"validation of a batch, {peer['peer']}, {peer['rules']} rules, {peer['shape']}, {peer['quality']}",
                     peer["records_per_second"], lines_per_second))
    return rows


def python_package():
    """The package for Python beside what people would write there, with the files of validation_of_a_batch."""
    files = [f"--{quality}={BUILD / 'measured' / f'{quality}.csv'}" for quality in ("clean", "broken")]
    done = subprocess.run([sys.executable, ROOT / "benchmarks/python_peers.py", "--json", *files], check=True,
                          stdout=subprocess.PIPE, text=True)
    rows = []
    for peer in map(json.loads, done.stdout.splitlines()):
        if "times" in peer:
            rows.append(("P3", f"validation from Python, times as fast as {peer['peer']}, {peer['quality']}", peer["times"],
                         with_goal(lambda times: f"{times:.1f}", f"at least {peer['goal']}")))
            continue
        show = with_goal(lines_per_second, f"at least {lines_per_second(peer['goal'])}") if peer["goal"] else lines_per_second
        rows.append(("P3", f"{peer['what']} from Python, {peer['peer']}, {peer['shape']}, {peer['quality']}",
                     peer["records_per_second"], show))
    return rows


def scoring():
    """Each beside the memory copy of the same run: the share of its bytes a second."""
    runs = google_benchmark("scoring_benchmark")
    copy = runs["scoring/memory_copy"]["bytes_per_second"]
    rows = []
    for name, run in runs.items():
        if "bytes_per_second" in run:
            figure = (run["items_per_second"], run["bytes_per_second"] / copy)
            rows.append(("P1", name, figure, lambda both: f"{lines_per_second(both[0])}, {both[1]:.2f} of a memory copy"))
        else:
            rows.append(("P1", name, run["real_time"], lambda nanoseconds: f"{nanoseconds / 1000:.0f} us"))
    done = subprocess.run([sys.executable, ROOT / "benchmarks/scoring_peers.py"], check=True, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        peer = json.loads(line)
        rows.append(("P1", f"scoring, {peer['peer']}", peer["records_per_second"], lines_per_second))
    return rows


def with_goal(show, goal):
    return lambda figure: f"{show(figure)} (goal: {goal})"


def microseconds(figure):
    return f"{figure:.1f} us"


DOCUMENT_GOALS = {"one_record_validated_and_scored": "at most 10 us", "context_made_and_freed": "at most 2 ms"}


def documents():
    rows = []
    for name, run in google_benchmark("document_benchmark").items():
        show = with_goal(microseconds, DOCUMENT_GOALS[name]) if name in DOCUMENT_GOALS else microseconds
        rows.append(("P4", name, run["real_time"] / 1000, show))
    return rows


def timed(*arguments):
    """Seconds and peak megabytes of a run of the command, the median of three."""
    seconds, memory = [], 0
    for _ in range(3):
        start = time.perf_counter()
        process = subprocess.Popen([BUILD / "bin/brukerplan", *map(str, arguments)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss / 1024)
        assert os.waitstatus_to_exitcode(status) in (0, 1), arguments
    return statistics.median(seconds), memory


def main_job():
    folder = BUILD / "measured"
    folder.mkdir(exist_ok=True)
    rows = []
    for recipients in (52_500, 525_000):
        file = folder / f"{recipients}.csv"
        if not file.exists():
            subprocess.run([BUILD / "bin/brukerplan", "simulate", "--recipients", str(recipients), "--seed", "1", "--out",
                            file], check=True, capture_output=True)
        registrations = sum(1 for _ in open(file, encoding="utf-8")) - 1
        for command, more in (("report", ("--out", folder / "report.html")), ("validate", ()),
                              ("score", ("--format", "csv"))):
            seconds, memory = timed(command, file, "--test-numbers", *more)
            count = f"{registrations:,}".replace(",", " ")
            rows.append(("P9", f"brukerplan {command}, {count} registrations", (seconds, memory),
                         lambda both: f"{both[0]:.2f} s, {both[1]:.0f} MB"))
    return rows


PROJECTION_GOALS = {"national_projection": "at most 2 s, 64 MB"}


def projection():
    """A national projection on one thread, by parts, in processor time; and quantiles beside SciPy's."""
    rows = []
    for name, run in google_benchmark("projection_benchmark").items():
        if "items_per_second" in run:
            rows.append(("P8", f"projection, {name} of the laws of expected use", run["items_per_second"], lines_per_second))
        elif "peak_megabytes" in run:
            figure = (run["cpu_time"] / 1000, run["peak_megabytes"])
            rows.append(("P8", f"projection, {name}", figure,
                         with_goal(lambda both: f"{both[0]:.2f} s, {both[1]:.0f} MB", PROJECTION_GOALS[name])))
        else:
            rows.append(("P8", f"projection, {name}", run["cpu_time"] / 1000, lambda seconds: f"{seconds:.2f} s"))
    laws = subprocess.run([BUILD / "bin/projection_benchmark", "--print-laws"], check=True, capture_output=True, text=True)
    done = subprocess.run([sys.executable, ROOT / "benchmarks/projection_peers.py"], input=laws.stdout, check=True,
                          capture_output=True, text=True)
    peer = json.loads(done.stdout)
    rows.append(("P8", f"projection, quantiles by {peer['peer']}", peer["laws_per_second"], lines_per_second))
    return rows


def projection_goals(worlds, replicates):
    """How near projections come in simulated countries: goals met, and the figures of those that are compared."""
    done = subprocess.run([BUILD / "bin/projection_goals", "--json", "--replicates", str(replicates), *worlds], check=True,
                          capture_output=True, text=True)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    rows = []
    for world in dict.fromkeys(result["world"] for result in results):
        of = [result for result in results if result["world"] == world]
        met = sum(result["met"] for result in of)
        rows.append(("R8", f"projection in {world}, goals met", (met, len(of)), lambda both: f"{both[0]} of {both[1]}"))
        rows += [("R8", f"projection in {world}, {result['what']}", result["measured"],
                  with_goal(lambda figure: f"{figure:.3f}", f"at most {result['most']:.2f}"))
                 for result in of if result["goal"] in ("G2", "G3", "G4", "G5", "G6")]
    return rows


def needed(library):
    done = subprocess.run(["readelf", "-dW", library], check=True, capture_output=True, text=True)
    return [line.split("[")[1].rstrip("]") for line in done.stdout.splitlines() if "(NEEDED)" in line]


def loaded(library):
    """Median microseconds of loading, each time in a process that has libc alone."""
    done = subprocess.run([BUILD / "bin/load_benchmark", library, "500"], check=True, capture_output=True, text=True)
    return float(done.stdout)


def embedding():
    """What a program takes on with the libraries: bytes, other libraries, and time to load."""
    rows = []
    for name, file, size_goal, needs_goal in (
            ("core", "libbrukerplan.so.1", "at most 2 MB", "libc, libm, libstdc++, libgcc"),
            ("report", "libbrukerplan_report.so.1", None, None)):
        library = (BUILD / "lib" / file).resolve()
        stripped = BUILD / "measured" / "stripped.so"
        subprocess.run(["strip", "-o", stripped, library], check=True)

        def megabytes(size):
            return f"{size / 1e6:.2f} MB"

        rows += [
            ("P4", f"{name} shared library, stripped", stripped.stat().st_size,
             with_goal(megabytes, size_goal) if size_goal else megabytes),
            ("P4", f"{name} shared library, as built", library.stat().st_size, megabytes),
            ("P4", f"{name} shared library needs", needed(library),
             with_goal(", ".join, needs_goal) if needs_goal else ", ".join),
            ("P4", f"{name} shared library is loaded in a new process", loaded(library), microseconds),
        ]
    return rows


def main():
    all_worlds = "--all-worlds" in sys.argv[3:]
    (BUILD / "measured").mkdir(exist_ok=True)
    rows = (scoring() + national_numbers() + validation_of_a_batch() + python_package() + documents() + embedding() +
            main_job() + projection() +
            (projection_goals(["shipped"], 20) if all_worlds else projection_goals(["base", "mixture"], 2)))
    width = max(len(name) for _, name, _, _ in rows)
    print(f"{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}")
    for goal, name, figure, shown in rows:
        print(f"{goal}  {name:<{width}}  {shown(figure)}")
    results = [{"goal": goal, "what": name, "figure": figure} for goal, name, figure, _ in rows]
    (BUILD / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
