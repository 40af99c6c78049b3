import brukerplan as bp
import pytest
import sample


@pytest.fixture(scope="session")
def text():
    """Every row of the sample as text."""
    return sample.text_columns()


@pytest.fixture(scope="session")
def whole():
    """Those rows as text that can be typed."""
    return sample.text_columns(only_typed=True)


@pytest.fixture(scope="session")
def typed():
    return sample.typed_columns()


@pytest.fixture(scope="session")
def findings():
    """What is found in a table, as dictionaries."""
    return lambda table, **options: bp.validate(table, test_numbers=True, lang="en", **options).findings.to_dicts()
