"""The same words for both sides: an article of about 450 words."""

LEAD = "Mười lăm năm, chị lặng lẽ đưa đón trẻ em nhà xa qua đoạn đường tàu; chưa một em nào bị tai nạn."
_SENTENCE = (
    "Sáng nào cũng vậy, chị có mặt ở đầu ngõ trước giờ học, đội mũ, cầm cờ, đợi đủ các cháu rồi mới đi."
)
BODY = (
    "".join(f"<p>{' '.join([_SENTENCE] * 4)}</p>" for _ in range(5))
    + "<h2>Lan tỏa</h2><ul><li>Ba tổ dân phố làm theo.</li></ul>"
)
