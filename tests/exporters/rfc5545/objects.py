"""Components as icalendar would build them: what its reading of our octets is compared with."""

import datetime as dt

import icalendar
from icalendar import ComponentFactory, TypesFactory, vUnknown

from diplocal.exporters.rfc5545 import contentline
from diplocal.exporters.rfc5545.contentline import Component, Geo, Uri, Value, Written
from diplocal.exporters.rfc5545.escaping import clean, clean_parameter


def to_icalendar(component: Component) -> icalendar.Component:
    """Make the icalendar object that `icalendar.Calendar.from_ical` has to make of this component's octets."""
    made = ComponentFactory().get_component_class(component.name)()
    for name, value, params in component.properties:
        implied, written = contentline._writer(value.__class__)(value)
        # It keeps the values of properties that it does not know as they are written, escapes and all.
        unknown = made.types_factory.for_property(name) is vUnknown and not (implied or params)
        parameters = {key: clean_parameter(text) for key, text in (*implied, *params)}
        made.add(name, written if unknown else _for_icalendar(name, value), parameters)
    for child in component.children:
        made.add_component(to_icalendar(child))
    return made


def _for_icalendar(name: str, value: Value) -> object:
    match value:
        case Written():
            return TypesFactory().from_ical(name, value)  # type: ignore[no-untyped-call]
        case str():
            return clean(value)
        case tuple():
            return [clean(text) for text in value]
        case dt.datetime():
            in_utc = value.tzinfo and not contentline._write_moment(value)[0]
            return (value.astimezone(dt.UTC) if in_utc else value).replace(microsecond=0)
        case Uri(text):
            return text
        case Geo(latitude, longitude):
            return latitude, longitude
        case _:
            return value
