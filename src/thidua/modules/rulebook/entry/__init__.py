"""A local rule entered field by field: the same data as its YAML, checked by the same checker.

A `path` such as "criteria.0.conditions.1" names an entry; faults name it "criteria[0].conditions[1]".
"""
