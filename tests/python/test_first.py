import brukerplan as bp


def test_plain(text):
    v = bp.validate(text, test_numbers=True)
    print(repr(v), v.summary.to_dict(), repr(v.findings), repr(v.valid))
    s = bp.score(v.valid)
    assert len(s) == len(v.valid)
    print(s.to_dict()["class"][:10])
