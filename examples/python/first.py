"""From nothing to the first order."""

import csp
from csp import commands, enums

with csp.Engine.memory() as engine:
    fabrikam = commands.Enrolment(
        company_name="Fabrikam",
        kind=enums.PartnerKind.DIRECT_BILL,
        mpn_id="4512345",
        country="US",
        billing_day=15,
        billing_currency="USD",
    )
    partner = engine.create(csp.HOST, commands.EnrolPartner(fabrikam)).id
    ann = csp.Actor("ann@fabrikam.example.com", partner, csp.Role.ADMIN_AGENT)

    offer = csp.offer_id_of("031C9E47-4802-4248-838E-778FB1D2CC05")
    listing = commands.Listing(
        country="US",
        catalog_id="031C9E47-4802-4248-838E-778FB1D2CC05",
        name="Business Premium",
        maximum_quantity=300,
        cycles=[csp.Cycle.MONTHLY, csp.Cycle.ANNUAL],
    )
    price = commands.Price(market="US", unit_price=csp.Money("12.50", "USD"))
    engine.execute(csp.HOST, offer, commands.ListOffer(listing))
    engine.execute(csp.HOST, offer, commands.SetPrice(price))

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
    customer = engine.create(ann, contoso).id

    seats = [commands.OrderLine(offer, quantity=25)]
    engine.create(ann, commands.PlaceOrder(customer, csp.Cycle.MONTHLY, seats))

    for subscription in engine.subscriptions(ann, customer):
        print(subscription.data["quantity"], "seats at", subscription.data["unit_price"], "each")

    try:
        none = [commands.OrderLine(offer, quantity=0)]
        engine.create(ann, commands.PlaceOrder(customer, csp.Cycle.MONTHLY, none))
    except csp.CspError as error:
        print(error.rule, "|", error.field, "|", error.message)
