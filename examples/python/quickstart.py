"""The main job: a provider sells, suspends and reactivates licences, and nothing is lost.

    quickstart.py [--db FILE] [--offers FILE] [--fresh]

A second run continues with the same file. Days pass as fast as the clock is turned: it is a ManualClock. This tells
the story of examples/quickstart.cpp, and prints the same.
"""

import argparse
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Optional
from uuid import UUID

import csp
from csp import commands, enums

DATA = Path(__file__).resolve().parent.parent / "data"
BUSINESS_PREMIUM = csp.offer_id_of("031C9E47-4802-4248-838E-778FB1D2CC05")
AUDIO_CONFERENCING = csp.offer_id_of("C94271D8-B431-4A25-A3C5-A57737A1C909")
SHOWN = 6


def text_of(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat() + "Z"


def end_of(day: date) -> datetime:
    """The first moment that is no longer in it."""
    return datetime.combine(day + timedelta(days=1), time(), timezone.utc)


def last_moment_of(day: date) -> datetime:
    return end_of(day) - timedelta(microseconds=1)


class Story:
    def __init__(self, engine: csp.Engine, clock: csp.ManualClock) -> None:
        self.engine = engine
        self.clock = clock
        self.ann = self.find_or_begin()
        self.customer = UUID(int=0)

    # ---- the provider, and the catalogue ----------------------------------------------------------------

    def find_or_begin(self) -> csp.Actor:
        """Goes on where the file ends: the partner and its customer are there, and so is the time."""
        partner = None
        for event in self.engine.events(csp.HOST):
            if event.kind == csp.Kind.PARTNER and event.version == 1:
                partner = event.id
            if event.at > self.clock.now():
                self.clock.set(event.at)
        begun = "continuing with the same file" if partner else "a new file"
        ann = csp.Actor("ann@fabrikam.example.com", partner or self.enrol(), csp.Role.ADMIN_AGENT)
        print(f"{begun}, at {text_of(self.clock.now())}")
        return ann

    def enrol(self) -> UUID:
        fabrikam = commands.Enrolment(
            company_name="Fabrikam",
            kind=enums.PartnerKind.DIRECT_BILL,
            mpn_id="4512345",
            country="US",
            billing_day=15,
            billing_currency="USD",
        )
        return self.engine.create(csp.HOST, commands.EnrolPartner(fabrikam)).id

    def import_catalogue(self, offers: Path, prices: Path) -> None:
        report = self.engine.import_offers(csp.HOST, offers.read_bytes())
        print_report("offers", report)
        for problem in report.problems:
            print(f"  {problem['field']}: {problem['sentence']}")
        print_report("prices", self.engine.import_prices(csp.HOST, prices.read_bytes()))

    def show_availability(self, cycle: csp.Cycle, view: csp.CatalogView, title: str) -> Optional[UUID]:
        """Prints what may be bought, and the first reason why the rest may not. Answers the first offer that may."""
        counts = {True: 0, False: 0}
        first = None
        lines = []
        for answer in self.engine.availability(self.ann, self.customer, cycle, view):
            if is_on_another_page(answer):
                continue
            if answer.is_available and first is None:
                first = answer.offer
            counts[answer.is_available] += 1
            if counts[answer.is_available] <= SHOWN:
                lines.append(line_of(answer))
        print(f"{title}: {counts[True]} available, {counts[False]} not; the first of each:")
        print("".join(lines), end="")
        return first

    # ---- the customer and its orders --------------------------------------------------------------------

    def find_or_add_customer(self) -> UUID:
        try:
            known = self.engine.customer_by_domain(self.ann, "contoso.example.com")
        except csp.NotFound:
            return self.add_customer()
        assert known.id is not None
        return known.id

    def add_customer(self) -> UUID:
        address = commands.Address(
            line1="1 Main Street",
            city="Redmond",
            state="WA",
            postal_code="98052",
            country="US",
            first_name="Ben",
            last_name="Smith",
            phone="4255550100",
        )
        profile = commands.BillingProfile(
            company_name="Contoso", email="ben@contoso.example.com", culture="en-US", language="en", address=address
        )
        contoso = commands.CreateCustomer(domain="contoso.example.com", profile=profile)
        receipt = self.engine.create(self.ann, contoso)
        print("added the customer Contoso")
        return receipt.id

    def order_seats(self) -> UUID:
        lines = [
            commands.OrderLine(BUSINESS_PREMIUM, 25),
            commands.OrderLine(AUDIO_CONFERENCING, 5, parent_line=0),
        ]
        receipt = self.engine.create(self.ann, commands.PlaceOrder(self.customer, csp.Cycle.MONTHLY, lines))
        placed = self.engine.read(self.ann, csp.Kind.ORDER, receipt.id)
        print("ordered 25 seats and 5 licences of an add-on")
        subscription: UUID = placed.data["lines"][0].uuid("subscription")
        return subscription

    def order_trial(self, trial: UUID) -> None:
        lines = [commands.OrderLine(trial, 25)]
        self.engine.create(self.ann, commands.PlaceOrder(self.customer, csp.Cycle.NONE, lines))
        print("ordered a trial")

    def ask(self, seats: UUID, command: csp.Command, said: str) -> None:
        self.engine.execute(self.ann, seats, command)
        print(f"{text_of(self.clock.now())}  {said}")

    def date_under_the_button(self, seats: UUID) -> date:
        subscription = self.engine.read(self.ann, csp.Kind.SUBSCRIPTION, seats)
        last_day = subscription.data.day("last_day")
        assert last_day is not None
        print(f"  the date under the Suspended button: {last_day}")
        return last_day

    def live_through(self) -> None:
        """Sold, changed, suspended, saved on the last good day, suspended again and lost."""
        self.show_availability(csp.Cycle.MONTHLY, csp.CatalogView.REGULAR, "monthly")
        trial = self.show_availability(csp.Cycle.NONE, csp.CatalogView.TRIAL, "trials")
        seats = self.order_seats()
        if trial:
            self.order_trial(trial)
        self.show_availability(csp.Cycle.NONE, csp.CatalogView.TRIAL, "trials, once one was ordered")

        suspend = commands.SuspendSubscription(enums.SuspensionReason.NON_PAYMENT)
        self.clock.advance(timedelta(days=10))
        self.ask(seats, commands.ChangeQuantity(30), "30 seats")
        self.ask(seats, suspend, "suspended for non-payment")
        self.clock.set(last_moment_of(self.date_under_the_button(seats)))
        self.engine.run_due()  # the trial has ended meanwhile
        self.ask(seats, commands.ReactivateSubscription(), "reactivated at the last good moment")
        self.ask(seats, suspend, "suspended again")
        self.clock.set(end_of(self.date_under_the_button(seats)))
        try:
            self.engine.execute(self.ann, seats, commands.ReactivateSubscription())
            late = "done"
        except csp.Refused as error:
            late = str(error)
        print(f"{text_of(self.clock.now())}  reactivating one microsecond later: {late}")
        self.engine.run_due()


def print_report(what: str, report: csp.ImportReport) -> None:
    counts = f"{report.stored} stored, {report.unchanged} unchanged, {len(report.problems)} refused"
    print(f"{what}: {report.read} read, {counts}")


def is_on_another_page(answer: csp.Availability) -> bool:
    """Trials and regular offers stand on pages of their own (OFF-07)."""
    return any(reason["reason"].endswith("_view_only") for reason in answer.reasons)


def line_of(answer: csp.Availability) -> str:
    price = f", {answer.unit_price} a month" if answer.unit_price else ""
    if answer.is_available:
        return f"  yes {answer.name}{price}\n"
    reason = answer.reasons[0]
    return f"  no  {answer.name}{price} ({reason['rule']}: {reason['sentence']})\n"


# ---- the timeline, and the proof ---------------------------------------------------------------------------


def print_timeline(feed: list[csp.Event]) -> None:
    print(f"\n{'when (UTC)':<29}{'record':<15}{'what happened':<27}by")
    for event in feed:
        if event.kind != csp.Kind.OFFER:
            print(f"{text_of(event.at):<29}{event.kind.word:<15}{event.name:<27}{event.user or 'time'}")
    listings = sum(event.kind == csp.Kind.OFFER for event in feed)
    print(f"and {listings} events of the catalogue\n")


def nothing_was_lost(database: str, clock: csp.ManualClock, before: list[csp.Event]) -> bool:
    """Opens the file again, as another program would, and compares everything."""
    with csp.Engine.sqlite(database, clock=clock, keeps_bills=False) as engine:
        after = list(engine.events(csp.HOST))
    is_same = before == after
    said = "nothing was lost" if is_same else "SOMETHING WAS LOST"
    print(f"reopened {database}: {len(after)} events, {said}")
    return is_same


def main() -> int:
    words = argparse.ArgumentParser(description="A provider sells licences, and nothing is lost.")
    words.add_argument("--db", default="csp-quickstart.db")
    words.add_argument("--offers", type=Path, default=DATA / "offers.json")
    words.add_argument("--fresh", action="store_true")
    options = words.parse_args()
    if options.fresh:
        for ending in ("", "-wal", "-shm"):
            Path(options.db + ending).unlink(missing_ok=True)
    clock = csp.ManualClock(datetime(2019, 9, 2, 9, tzinfo=timezone.utc))
    with csp.Engine.sqlite(options.db, clock=clock, keeps_bills=False) as engine:
        story = Story(engine, clock)
        story.import_catalogue(options.offers, DATA / "prices.csv")
        story.customer = story.find_or_add_customer()
        story.live_through()
        feed = list(engine.events(csp.HOST))
        print_timeline(feed)
    return 0 if nothing_was_lost(options.db, clock, feed) else 1


if __name__ == "__main__":
    sys.exit(main())
