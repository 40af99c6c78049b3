"""Rounds of municipalities that do not exist, as counts."""

SERVICES = ("follow_up_team", "housing_follow_up", "gp")


def cells(municipalities=6, years=(2021, 2022, 2023, 2024)):
    """A dictionary for each municipality, year and service."""
    rows = []
    for number in range(municipalities):
        persons = 20 + 9 * number
        for year in years:
            for place, service in enumerate(SERVICES):
                received = persons // (2 + place) + (year * 7 + number * 3 + place) % 4
                needed = (number + year + place) % 5
                rows.append({"municipality": str(9001 + number), "round": year, "mapped_on": f"{year}-10-07", "service": service,
                             "received_needed": received - 2, "received_only": 2, "needed_only": needed,
                             "neither": persons - received - needed, "recipients": persons})  # fmt: skip
    return rows


def coverage(municipalities=6, years=(2021, 2022, 2023, 2024), share=0.8):
    return [{"municipality": str(9001 + number), "round": year, "coverage": share, "coverage_sd": 0.08, "basis": "declared"}
            for number in range(municipalities) for year in years]  # fmt: skip
