import pytest

from servanda.resolve.names import compare_names, parse_name

ONE_NAME = (
    ("Noh Kyung-hwa", "Noh Kyung-wha"),
    ("Kyung-wha Noh", "Roh Kyung Hwa"),
    ("Baek Jae-myung", "Paek Chae-myong"),
    ("Ban Ki-moon", "Ban Ki Moon"),
    ("Chou En-lai", "Zhou Enlai"),
    ("Teng Hsiao-p'ing", "Deng Xiaoping"),
    ("Mao Tse-tung", "Mao Zedong"),
    ("Abe Shinzo", "Shinzo Abe"),
    ("Orbán Viktor", "Viktor Orban"),
    ("Abdel Fattah el-Sisi", "Abdelfattah Elsisi"),
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Mohammed bin Rashid", "Mohamed bin Rashid Al Maktoum"),
    ("Hosni Mubarak", "Husni Mubarak"),
    ("Nikolai Patrushev", "Nikolay Patrushev"),
    ("António Guterres", "Antonio Manuel de Oliveira Guterres"),
    ("Claudia Sheinbaum", "Claudia Sheinbaum Pardo"),
    ("Robert O. Blake Jr.", "Robert Orris Blake"),
    ("Tony Blinken", "Antony Blinken"),
    ("H. Aliyev", "Heydar Aliyev"),
)

TWO_NAMES = (
    ("Kim Jong-un", "Kim Jong-il"),
    ("Lee Jae-myung", "Lee Jae-yong"),
    ("Park Jin", "Park Jin-ho"),
    ("Hun Sen", "Hun Manet"),
    ("Martin King Jr.", "Martin King Sr."),
    ("Abdullah bin Zayed Al Nahyan", "Mohammed bin Zayed Al Nahyan"),
    ("Salman bin Abdulaziz", "Abdulaziz bin Salman"),
    ("Anna Berg", "Anders Berg"),
    ("George H. Butler", "George W. Butler"),
    ("Wang Yi", "Wang Yang"),
)


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_a_name_in_two_spellings_is_one_name(one, other):
    score, why = compare_names(parse_name(one), parse_name(other))
    assert score > 0.85
    assert why


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_names_that_differ_in_a_telling_part_are_two(one, other):
    assert compare_names(parse_name(one), parse_name(other))[0] == 0


@pytest.mark.parametrize(("one", "other"), ONE_NAME + TWO_NAMES)
def test_the_order_in_which_names_are_compared_does_not_matter(one, other):
    assert compare_names(parse_name(one), parse_name(other))[0] == compare_names(parse_name(other), parse_name(one))[0]


def test_nothing_is_no_name():
    assert parse_name(" () ") is None
