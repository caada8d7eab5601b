"""Fixtures: one browser and one server for all tests, a clean page for each."""

import os
import pathlib
import shutil
import tempfile

import pytest
from playwright.sync_api import expect, sync_playwright

import articles
import chromium
from serving import Studio

# What a page must not have done is told when it has.
pytest.register_assert_rewrite("studio")
import studio as studios  # noqa: E402

# Milliseconds that a busy machine may take over a step.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.command())
        yield browser
        browser.close()


def serving():
    """Gives a server over a folder of its own, and ends it."""
    folder = tempfile.mkdtemp(prefix="hilal-studio-")
    server = Studio(folder, ["examples/news.zip", *articles.write(folder)], ["plugins/military-threats", "plugins/diplomacy"])
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def studio():
    """A server that many tests read; those that change files take `own_studio`."""
    yield from serving()


@pytest.fixture
def own_studio():
    yield from serving()


def open_page(browser, server, **options):
    """A page with the server's cookie, at the archive, its run done."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **options})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = page.watch = studios.Watch(page, server.origin)
    page.goto(server.address)
    studios.wait_for_run(page)
    return context, page, watch


@pytest.fixture
def page(browser, studio):
    context, page, watch = open_page(browser, studio)
    yield page
    watch.check()
    context.close()


@pytest.fixture
def own_page(browser, own_studio):
    context, page, watch = open_page(browser, own_studio)
    yield page
    watch.check()
    context.close()


@pytest.fixture(scope="session")
def shots():
    folder = pathlib.Path(os.environ.get("HILAL_SHOTS") or pathlib.Path(tempfile.gettempdir()) / "hilal-studio-shots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
