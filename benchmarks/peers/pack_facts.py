"""What the peers know of the rules: code lists, sectors, limits and cases, read from the pack and never typed again."""
import json
import pathlib

PACK = pathlib.Path(__file__).resolve().parents[2] / "packs/brukerplan-2024.json"

# No frame can hold a row of which the cells cannot be told apart; the places of Norway through time are a
# register of their own; a number written in free text has to be looked for, not computed; a person has several rows.
LEFT_OUT = {
    "row": "a table has no rows that cannot be read as rows",
    "municipality_valid": "needs every municipality through time",
    "district_of": "needs every district through time",
    "identity_in_text": "needs a search for numbers in free text",
    "person": "is about several rows of one person, and the peers look at one row",
}


class PackFacts:
    def __init__(self, path=PACK):
        pack = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.fields = {field["name"]: field for field in pack["fields"]}
        self.lists = {one["name"]: one for one in pack["code_lists"]}
        asked = [rule for rule in pack["rules"] if rule["kind"] != "not_asked"]  # this pack asks all its fields
        self.rules = [rule for rule in asked if rule["kind"] not in LEFT_OUT]
        self.left_out = [rule["code"] for rule in asked if rule["kind"] in LEFT_OUT]
        self.by_code = {rule["code"]: rule for rule in pack["rules"]}

    def list_of(self, field):
        return self.lists[self.fields[field]["list"]]

    def tokens(self, field):
        """Tokens of the field's list in its order, those that stand alone left out."""
        return [code["token"] for code in self.list_of(field)["codes"]]

    def alone(self, field):
        return [code["token"] for code in self.list_of(field).get("alone", [])]

    def of_sectors(self, field, sectors):
        return [code["token"] for code in self.list_of(field)["codes"] if code.get("sector") in sectors]

    def municipal_sectors(self):
        return [code["token"] for code in self.lists["sector"]["codes"] if code.get("municipal")]

    def of_type(self, *types):
        return [name for name, field in self.fields.items() if field["type"] in types]

    def fields_of(self, rule):
        """The fields that a rule is about; `*` are those that no other rule of its sort names."""
        if rule["fields"] != ["*"]:
            return rule["fields"]
        if rule["kind"] == "in_list":
            mine, takes = self.of_type("code", "codes"), lambda r: r["kind"] == "in_list"
        else:
            mine = self.of_type("integer", "date")
            takes = lambda r: r["kind"] == "readable" or (r["kind"] == "range" and r.get("unreadable"))
        named = {field for other in self.rules if other is not rule and takes(other) for field in other["fields"]}
        return [field for field in mine if field not in named]
