"""A phrase of a script that parts no words is found by words, before texts of the same characters."""

from __future__ import annotations

import random

import pytest

from findling.index.lexical.schema import LexicalEntry, LexicalQuery
from wordsets import read, write

SENTENCES = {
    "zh": [
        "租房合同必须在每月五号之前签字",
        "医院的门诊时间从早上八点开始",
        "请把发票寄到公司的财务部门",
        "下个星期我们去北京看望祖父母",
    ],
    "ja": [
        "来月の家賃は銀行振込でお支払いください",
        "病院の診察は午前九時から始まります",
        "東京都庁の展望台は無料で入れます",
        "保険証のコピーを郵送してください",
    ],
    "th": [
        "กรุณาชำระค่าเช่าบ้านก่อนวันที่ห้าของเดือน",
        "โรงพยาบาลเปิดให้บริการตั้งแต่แปดโมงเช้า",
        "ส่งใบเสร็จรับเงินไปที่แผนกบัญชี",
        "สัปดาห์หน้าเราจะไปเชียงใหม่กับครอบครัว",
    ],
    "km": [
        "សូមបង់ថ្លៃផ្ទះមុនថ្ងៃទីប្រាំ",
        "មន្ទីរពេទ្យបើកនៅម៉ោងប្រាំបីព្រឹក",
        "ផ្ញើវិក្កយបត្រទៅផ្នែកគណនេយ្យ",
    ],
    "ko": [
        "다음달월세는계좌이체로보내주세요",
        "병원진료는오전아홉시에시작합니다",
        "보험증사본을우편으로보내주십시오",
    ],
}  # fmt: skip
PHRASES = {
    "zh": [
        "租房合同",
        "门诊时间",
        "财务部门",
        "祖父母",
    ],
    "ja": [
        "家賃",
        "診察",
        "展望台",
        "保険証のコピー",
    ],
    "th": [
        "ค่าเช่าบ้าน",
        "โรงพยาบาล",
        "ใบเสร็จรับเงิน",
        "เชียงใหม่",
    ],
    "km": [
        "ថ្លៃផ្ទះ",
        "មន្ទីរពេទ្យ",
        "វិក្កយបត្រ",
    ],
    "ko": [
        "계좌이체",
        "병원진료",
        "보험증사본",
    ],
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_phrase_finds_its_sentence_before_others_of_the_same_characters(tmp_path, language):
    shuffle = random.Random(7)
    sentences = SENTENCES[language]
    entries = [LexicalEntry(number, "", text, language) for number, text in enumerate(sentences)]
    # Ten times as many texts of the very characters, in another order.
    for number in range(len(sentences), 11 * len(sentences)):
        letters = list(sentences[number % len(sentences)])
        shuffle.shuffle(letters)
        entries.append(LexicalEntry(number, "", "".join(letters), language))
    write(tmp_path, entries)
    reader = read(tmp_path)
    for number, phrase in enumerate(PHRASES[language]):
        assert [label for label, _ in reader.search(LexicalQuery((phrase,)), 1)] == [number], phrase
        assert [label for label, _ in reader.search(LexicalQuery(phrases=(phrase,)), 1)] == [number], phrase
