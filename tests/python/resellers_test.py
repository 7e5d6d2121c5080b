"""A reseller accepts by the link that is shown once, and gets a customer in the wizard, page by page."""

import gc
from dataclasses import replace
from uuid import UUID

import pytest

import csp
from conftest import Shop, contoso
from csp import commands, enums


def enrol(shop: Shop, name: str, kind: enums.PartnerKind, mpn_id: str) -> csp.Actor:
    enrolment = commands.Enrolment(name, kind, mpn_id, "US", billing_day=15, billing_currency="USD")
    partner = shop.engine.create(csp.HOST, commands.EnrolPartner(enrolment)).id
    return csp.Actor(f"admin@{name.lower()}.example.com", partner, csp.Role.ADMIN_AGENT)


@pytest.fixture
def couple(shop: Shop) -> tuple[Shop, csp.Actor, csp.Actor]:
    """A provider and a reseller that has accepted it."""
    pat = enrol(shop, "Wingtip", enums.PartnerKind.INDIRECT_PROVIDER, "4000")
    rob = enrol(shop, "Relecloud", enums.PartnerKind.INDIRECT_RESELLER, "4001")
    wish = commands.RequestPartnership(reseller_email="rob@relecloud.example.com")
    message, link = shop.engine.draft_partnership(pat, wish, "https://partners.example.com/accept")
    assert link.text in message.text
    assert message.id is not None
    with pytest.raises(csp.Conflict):
        shop.engine.edit_partnership(pat, message.id, f"Too late. {link.text}", expected_version=99)
    shop.engine.edit_partnership(pat, message.id, f"Dear Rob, shall we? {link.text}", expected_version=1)
    with pytest.raises(csp.Refused) as caught:
        shop.engine.accept_link(rob, link.text, False)
    assert caught.value.reason == "not_authorised"
    shop.engine.accept_link(rob, link.text, True)
    return shop, pat, rob


def test_both_sides_see_the_partnership(couple: tuple[Shop, csp.Actor, csp.Actor]) -> None:
    shop, pat, rob = couple
    assert [row.data["company_name"] for row in shop.engine.partnerships(pat)] == ["Relecloud"]
    assert [row.data["company_name"] for row in shop.engine.partnerships(rob)] == ["Wingtip"]
    assert list(shop.engine.partnerships(rob, "removed")) == []


def test_the_wizard_page_by_page(couple: tuple[Shop, csp.Actor, csp.Actor]) -> None:
    shop, pat, rob = couple
    profile = contoso().profile
    assert profile is not None
    with shop.engine.wizard(pat) as wizard:
        assert wizard.phase == "unstarted"
        wizard.start(commands.StartWizard(rob.partner))
        with pytest.raises(csp.CspError):
            wizard.give_details(commands.GiveDetails("tailspin.example.com"))
        assert wizard.phase == "details"
        tailspin = replace(profile, company_name="Tailspin")
        wizard.give_details(commands.GiveDetails("tailspin.example.com", tailspin))
        order = commands.FirstOrder(lines=[commands.FirstLine(shop.offer, 5, reseller_mpn_id="4001")])
        wizard.choose_subscriptions(commands.ChooseSubscriptions(order))
        assert wizard.phase == "review"
        assert any("Relecloud" in str(row.data) for row in wizard.review())
        setup = wizard.submit(request_id=UUID(int=1))
        assert setup.data["user_name"] == "admin@tailspin.example.com" and len(setup.text) == 16
        assert setup.id is not None
        assert wizard.phase == "confirmed"
        wizard.finish()
        assert wizard.phase == "closed"
    with pytest.raises(csp.Invalid):
        wizard.finish()
    (seats,) = shop.engine.subscriptions(pat, setup.id)
    assert [row.id for row in shop.engine.subscriptions_of_reseller(pat, "4001")] == [seats.id]


def test_a_wizard_keeps_its_engine() -> None:
    """Which nobody else has any more."""
    with csp.Engine().wizard(csp.HOST) as wizard:
        gc.collect()
        with pytest.raises(csp.Refused) as caught:
            wizard.start(commands.StartWizard(UUID(int=404)))
        assert caught.value.reason == "partnership_not_active"


def test_a_wizard_that_is_cancelled_leaves_nothing(couple: tuple[Shop, csp.Actor, csp.Actor]) -> None:
    shop, pat, rob = couple
    before = list(shop.engine.events(csp.HOST))
    with shop.engine.wizard(pat) as wizard:
        wizard.start(commands.StartWizard(rob.partner))
        wizard.cancel()
        assert wizard.phase == "aborted"
    assert list(shop.engine.events(csp.HOST)) == before
