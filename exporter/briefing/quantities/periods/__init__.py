"""When a number is of: time expressions and what they resolve to.

How a period is written, in both scripts alike:

- with the words of the page, and its year put in: 今年1-5月 is 2022年1-5月, 去年底 2021年底; months
  joined in any way are 1-5月, and so are 前5个月 (but in Traditional script);
- 截至 keeps its day and hour (截至8日16时 is 截至2022年8月8日16时), not 24时 nor a part of the day;
  到 or 至 a day that is past is 截至, but a year or its end is told alone (到2025年 is 2025年);
- a deadline keeps its 前 (年底前, 3月以前): the day itself would say more than the page does;
- 目前, 近年来, 下一步, 三年, 上周 stay words, unless the record gives the days or years for them;
  今天, 昨天 and 明天起 are days; 上年度 is 2022/23年度 where the record counts so;
- how often, or how much for each, is none (每天开行2班, 每户每月300元);
- what stands only compared with (较上年) is no period; what a move began at has none unless it is
  told (由61.3%提高到68.5%);
- a year that the record doesn't tell isn't guessed: 今年 stays 今年.

English: *first half of 2025*, *June quarter 2024*, *year to March 2025*, *January to June 2025*,
*end of 2026* (also for *by the end of*), *next three years*, *week ending January 13, 2024*, *now*;
*as of today* as of the day, written as the record writes its days.
"""
