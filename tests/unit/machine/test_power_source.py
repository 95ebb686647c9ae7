"""Power supplies, as Linux lists them in folders."""

from __future__ import annotations

import pytest

from findling.machine.power_source import judge_supplies

LAPTOP = {"type": "Battery", "status": "Discharging"}
FULL = {"type": "Battery", "status": "Full"}
PLUG, NO_PLUG = {"type": "Mains", "online": "1"}, {"type": "Mains", "online": "0"}
MOUSE = {"type": "Battery", "status": "Discharging", "scope": "Device"}


@pytest.fixture
def judge(tmp_path):
    def list_and_judge(*supplies):
        for number, supply in enumerate(supplies):
            folder = tmp_path / f"supply-{number}"
            folder.mkdir()
            for name, value in supply.items():
                (folder / name).write_text(f"{value}\n")
        return judge_supplies(tmp_path)

    return list_and_judge


@pytest.mark.parametrize(
    ("supplies", "has_mains"),
    [
        ((), True),
        ((PLUG,), True),
        ((LAPTOP,), False),
        ((LAPTOP, NO_PLUG), False),
        ((LAPTOP, PLUG), True),
        ((FULL, NO_PLUG), True),
        ((FULL, LAPTOP, NO_PLUG), False),
        ((MOUSE,), True),
        ((MOUSE, LAPTOP, NO_PLUG), False),
        (({"type": "USB", "online": "1"}, LAPTOP), True),
        (({"type": "USB", "online": "0"}, LAPTOP), False),
        (({"type": "UPS", "status": "Discharging"},), False),
        (({},), True),
    ],
    ids=str,
)
def test_mains_power_is_told_by_what_feeds_and_what_is_discharged(judge, supplies, has_mains):
    assert judge(*supplies) is has_mains


def test_a_system_that_lists_no_supplies_has_mains_power(tmp_path):
    assert judge_supplies(tmp_path / "nothing")
