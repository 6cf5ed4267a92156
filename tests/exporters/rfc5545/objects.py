"""Components as icalendar would build them: what its reading of our octets is compared with."""

import datetime as dt

import icalendar
from icalendar import ComponentFactory, vRecur, vUnknown, vUTCOffset

from diplocal.exporters.rfc5545 import contentline
from diplocal.exporters.rfc5545.contentline import Component, Geo, Recur, Uri, UtcOffset, Value
from diplocal.exporters.rfc5545.escaping import clean, clean_parameter


def to_icalendar(component: Component) -> icalendar.Component:
    """Make the icalendar object that `icalendar.Calendar.from_ical` has to make of this component's octets."""
    made = ComponentFactory().get_component_class(component.name)()
    for name, value, params in component.properties:
        implied, written = contentline._writer(value.__class__)(name, value)
        # It keeps the values of properties that it does not know as they are written, escapes and all.
        unknown = made.types_factory.for_property(name) is vUnknown and not implied
        parameters = {key: clean_parameter(text) for key, text in (*implied, *params)}
        made.add(name, written if unknown else _for_icalendar(value), parameters)
    for child in component.children:
        made.add_component(to_icalendar(child))
    return made


def _for_icalendar(value: Value) -> object:
    match value:
        case str():
            return clean(value)
        case tuple():
            return [clean(text) for text in value]
        case dt.datetime():
            return contentline._shown(value)
        case Uri(text):
            return text
        case UtcOffset(difference):
            return vUTCOffset(difference)
        case Geo(latitude, longitude):
            return latitude, longitude
        case Recur(rule):
            return vRecur.from_ical(rule)
        case _:
            return value
