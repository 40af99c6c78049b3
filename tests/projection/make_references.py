"""Writes the references that the masses and scores of the projection layer are compared with, from their
definitions, at 60 digits.

    make_references.py FOLDER     writes mass_references.txt and score_references.txt
    make_references.py --check FOLDER     compares with the files there

Needs mpmath. Parameters and results are hexadecimal doubles: parameters are exact, results rounded once.
"""
import pathlib
import sys

from mpmath import exp, log, loggamma, mp, mpf

mp.dps = 60

LAWS = [
    *(("poisson", mean) for mean in (0.001, 0.3, 1, 7.5, 20, 81, 1e3, 12345.678, 1e5)),
    ("negative_binomial", 0.3, 2),
    ("negative_binomial", 5, 0.5),
    ("negative_binomial", 20, 0.05),
    ("negative_binomial", 20, 1e-9),
    ("negative_binomial", 20, 1e-25),
    ("negative_binomial", 1000, 0.002),
    ("negative_binomial", 1000, 3),
    ("negative_binomial", 3, 100),
    ("negative_binomial", 1e5, 1e-6),
    ("negative_binomial", 1e5, 0.002),
    ("negative_binomial", 1e5, 0.05),
    ("negative_binomial", 1e5, 0.5),
    ("beta_binomial", 1, 1, 1),
    ("beta_binomial", 20, 0.5, 0.5),
    ("beta_binomial", 50, 16, 4),
    ("beta_binomial", 500, 3.3, 40.1),
    ("beta_binomial", 1000, 1e-3, 1e-3),
    ("beta_binomial", 30, 1e6, 2e6),
    ("beta_binomial", 100000, 2, 3),
    ("beta_binomial", 100000, 1600, 400),
    ("beta_binomial", 100000, 0.5, 50),
    ("beta_binomial", 100000, 1e7, 1e7),
    ("beta_negative_binomial", 1, 4, 1),
    ("beta_negative_binomial", 2.5, 4.5, 0.7),
    ("beta_negative_binomial", 5, 16, 4),
    ("beta_negative_binomial", 20, 4, 1),
    ("beta_negative_binomial", 50, 16, 4),
    ("beta_negative_binomial", 300, 8, 2),
    ("beta_negative_binomial", 2000, 16, 4),
    ("beta_negative_binomial", 100000, 4, 3),
    ("beta_negative_binomial", 100000, 160, 40),
    ("beta_negative_binomial", 100000, 1e6, 1e6),
]
EVENTS = (1, 10, 200, 1600)  # the i-th happens with probability (1 + i % 97) / 128
SCORED = [
    (("poisson", 0.3), (0, 1, 5)),
    (("poisson", 20), (0, 14, 20, 60)),
    (("negative_binomial", 5, 0.5), (0, 4, 30)),
    (("negative_binomial", 1000, 0.002), (700, 1000, 1500)),
    (("beta_binomial", 50, 16, 4), (0, 40, 50, 53)),
    (("beta_binomial", 20, 0.5, 0.5), (0, 10, 20)),
    (("beta_negative_binomial", 50, 16, 4), (0, 12, 90)),
    (("beta_negative_binomial", 2000, 16, 4), (200, 500, 2000)),
]


def moments(law, *parameters):
    a = [mpf(p) for p in parameters]
    if law == "poisson":
        return a[0], a[0]
    if law == "negative_binomial":
        return a[0], a[0] * (1 + a[0] * a[1])
    if law == "beta_binomial":
        n, alpha, beta = a
        s = alpha + beta
        return n * alpha / s, n * alpha * beta * (s + n) / (s * s * (s + 1))
    n, alpha, beta = a
    mean = n * beta / (alpha - 1)
    return mean, mean * (n + alpha - 1) * (beta + alpha - 1) / ((alpha - 1) * (alpha - 2))


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def mass(law, x, *parameters):
    a = [mpf(p) for p in parameters]
    x = mpf(x)
    if law == "poisson":
        return exp(x * log(a[0]) - a[0] - loggamma(x + 1))
    if law == "negative_binomial":
        mean, size = a[0], 1 / a[1]
        return exp(loggamma(size + x) - loggamma(size) - loggamma(x + 1)
                   + size * log(size / (size + mean)) + x * log(mean / (size + mean)))
    n, alpha, beta = a
    if law == "beta_binomial":
        return exp(loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1)
                   + log_beta(alpha + x, beta + n - x) - log_beta(alpha, beta)) if x <= n else mpf(0)
    return exp(loggamma(n + x) - loggamma(x + 1) - loggamma(n) + log_beta(alpha + n, beta + x) - log_beta(alpha, beta))


def values_of(law):
    """From the centre to where the mass is 1e-300."""
    mean, variance = moments(*law)
    deviation = variance ** 0.5
    steps = (0, 0.3, 1, 2, 4, 6, 8, 12, 18, 25, 30, 34, 36.5, 60, 200, 1000)
    chosen = {0, 1, 2, 7, 8} | {int(mean + sign * step * deviation) for step in steps for sign in (-1, 1)}
    if law[0] == "beta_binomial":
        chosen |= {law[1] - i for i in range(3)}
    return sorted(x for x in chosen if 0 <= x < 2**31 and mass(law[0], x, *law[1:]) > mpf("1e-300"))


def event_masses(count):
    masses = [mpf(1)]
    for i in range(count):
        p = mpf(1 + i % 97) / 128
        masses = [a * (1 - p) + b * p for a, b in zip(masses + [mpf(0)], [mpf(0)] + masses)]
    return masses


def hexadecimal(number):
    return float(number).hex()


def title(law):
    return " ".join([law[0], *(hexadecimal(p) for p in law[1:])])


def mass_references():
    for law in LAWS:
        yield title(law)
        for x in values_of(law):
            yield f" {x} {hexadecimal(mass(law[0], x, *law[1:]))}"
    for count in EVENTS:
        yield title(("events", count))
        masses = event_masses(count)
        for x in sorted({0, count, *range(0, count, max(1, count // 40))}):
            if masses[x] > mpf("1e-300"):
                yield f" {x} {hexadecimal(masses[x])}"


def scores(law, observed):
    """CRPS, CRPS of log(1 + x), and the cdf under the observed count and at it, from the definitions."""
    under, up_to, plain, logarithmic = mpf(0), mpf(0), mpf(0), mpf(0)
    cdf, x = mpf(0), 0
    mean, _ = moments(*law)
    last = law[1] if law[0] == "beta_binomial" else None
    while True:
        cdf = cdf + mass(law[0], x, *law[1:]) if last is None or x <= last else mpf(1)
        if x < observed:
            under = cdf
        if x == observed:
            up_to = cdf
        square = (cdf - (1 if observed <= x else 0)) ** 2
        plain += square
        logarithmic += square * log(mpf(x + 2) / (x + 1))
        if x > mean and x > observed and square < mpf("1e-27"):
            return plain, logarithmic, under, up_to
        x += 1


def score_references():
    for law, counts in SCORED:
        yield title(law)
        for observed in counts:
            yield " ".join(["", str(observed), *(hexadecimal(s) for s in scores(law, observed))])


def main(arguments):
    check = "--check" in arguments
    folder = pathlib.Path(arguments[-1])
    wrong = 0
    for name, lines in (("mass_references.txt", mass_references), ("score_references.txt", score_references)):
        text = "\n".join(lines()) + "\n"
        if not check:
            (folder / name).write_text(text, encoding="ascii")
        elif (folder / name).read_text(encoding="ascii") != text:
            print(f"{name} is not what the definitions give")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
