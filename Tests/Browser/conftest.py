import pytest

import campus as demonstration
from browser import DESKTOP, PHONE, Browser


@pytest.fixture(scope="session")
def campus():
    return demonstration.from_environment()


def _browser(campus, form, scripts):
    browser = Browser(campus.address, form, scripts)
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def phone(campus):
    """A phone that runs no scripts."""
    yield from _browser(campus, PHONE, scripts=False)


@pytest.fixture(scope="session")
def desktop(campus):
    """A desktop that runs no scripts."""
    yield from _browser(campus, DESKTOP, scripts=False)


@pytest.fixture(params=["phone", "desktop"])
def visitor(request):
    """Someone without an account and without scripts, once on a phone and once at a desk."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def examiner(campus):
    """A browser that runs scripts, because the examination itself is one."""
    yield from _browser(campus, DESKTOP, scripts=True)
