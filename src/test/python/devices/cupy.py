"""Stands in for CuPy where there is no GPU: NumPy, with arrays that do not mix with those of the host."""

import numpy


class DeviceArray(numpy.ndarray):
    def __array_ufunc__(self, function, method, *inputs, **options):
        for value in inputs:
            if type(value) is numpy.ndarray and value.ndim:
                raise TypeError("Unsupported type <class 'numpy.ndarray'>")
        plain = [v.view(numpy.ndarray) if isinstance(v, DeviceArray) else v for v in inputs]
        for place in options.get("out", ()):
            if not isinstance(place, DeviceArray):
                raise TypeError("Unsupported type <class 'numpy.ndarray'>")
        if "out" in options:
            options["out"] = tuple(place.view(numpy.ndarray) for place in options["out"])
        return _kept(getattr(function, method)(*plain, **options))


def _kept(value):
    return value.view(DeviceArray) if isinstance(value, numpy.ndarray) else value


def asarray(values):
    return numpy.array(values).view(DeviceArray)


def asnumpy(values):
    return numpy.array(values).view(numpy.ndarray)


def __getattr__(name):
    member = getattr(numpy, name)
    if not callable(member):
        return member
    return lambda *arguments, **options: _kept(member(*arguments, **options))
