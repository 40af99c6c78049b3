#include <doctest/doctest.h>

#include <string>

#include <boost/json.hpp>

#include <brukerplan/version.hpp>

#include "identity/sha256.hpp"
#include "unit/register/round_fixture.hpp"

namespace receipt_document_test {

using namespace brukerplan;
using namespace brukerplan::register_test;
namespace json = boost::json;

std::string sha256_of(std::string_view text) {
    detail::sha256 hash;
    hash.add(text.substr(0, text.size() / 2));
    hash.add(text.substr(text.size() / 2));
    return hash.hex();
}

TEST_SUITE("write: the receipt") {

    TEST_CASE("SHA-256 gives the published values (FIPS 180-4)") {
        CHECK(sha256_of("abc") ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    TEST_CASE("it says what became of the rows, what made the file, and who did what when") {
        const auto woman = woman_with_both_problems();
        const auto way = transfer_of(
            {woman, woman.with({{"unit", "NAV"}}),
             woman.with(identity_of(day(1990, 1, 1), sex::male)).with({{"informed", "no"}}),
             woman.with({{"housing", "purple"}}),
             woman.with(identity_of(day(1991, 1, 1), sex::male)).with({{"objects", "yes"}})});
        const auto text = make_receipt_document(way.result, *instrument());
        CHECK(text == make_receipt_document(way.result, *instrument()));
        CHECK(text.find('\n') == text.size() - 1);
        const std::string counts =
            R"("rows":{"rows":5,"unreadable":0,"with_errors":1,"objected":1,)"
            R"("objections_without_number":0,"withdrawn":0,"out_of_age":0,"registrations":3,"objection_unanswered":0},)"
            R"("persons":{"persons":2,"unlinked":0,"merged":1,"suspected_pairs":0,"suspected_objections":0,)"
            R"("not_informed":1,"transferable":1})";
        CHECK(text.find(counts) != std::string::npos);
        const auto begin =
            R"({"format":"brukerplan/receipt","version":1,"round":{"mapping":"2024-1",)"
            R"("municipality":"9001","mapping_year":2024,"first_mapped_on":"2024-05-06",)"
            R"("last_mapped_on":"2024-05-06"},"made_by":{"library":")" +
            std::string{library_version} + R"(","pack":"brukerplan/2024","edition":")" +
            instrument()->edition +
            R"(","merge_policy":"latest_known/1","merge_rules":{},"rule_changes":[],"transfer_set":"transfer/1",)"
            R"("test_numbers":true},)";
        CHECK(text.find(begin) == 0);

        const auto document = json::parse(text).as_object();
        const auto& file = document.at("file").as_object();
        CHECK(file.at("sha256").as_string() == sha256_of(way.file));
        CHECK(file.at("bytes").to_number<std::size_t>() == way.file.size());
        CHECK(file.at("records").to_number<int>() == 1);
        CHECK(file.at("fields").as_array().front().as_string() == "row_ref");
        CHECK(file.at("fields").as_array().size() == way.rows[0].size());
        CHECK(document.at("transferred_on").as_string() == "2024-12-04");
        CHECK(document.at("delete_by").as_string() == "2034-12-04");
        const auto& trail = document.at("trail").as_array();
        REQUIRE(trail.size() == 4);
        const std::string last =
            R"({"step":"transferred","by":"municipal coordinator","on":"2024-12-04",)"
            R"("counts":{"records":1}})";
        CHECK(json::serialize(trail[3]) == last);
    }
}

} // namespace receipt_document_test
