"""A second view of the clean text, character for character as long, in which cues are looked up.

Traditional characters of cue words, offices and surnames stand in it simplified, every blank that
isn't a line end or a tab as a space, and half-width marks between Han characters as full-width
ones. Offsets in the view are offsets in the clean text, so nothing has to be mapped back.
"""

from __future__ import annotations

import re

_SIMPLER = (
    "記记 問问 長长 發发 務务 員员 會会 議议 開开 時时 間间 關关 係系 環环 節节 進进 聞闻 辦办 "
    "專专 職职 總总 經经 產产 業业 區区 縣县 廳厅 處处 團团 書书 黨党 組组 協协 對对 與与 應应 "
    "請请 謝谢 這这 為为 歡欢 參参 紹绍 領领 導导 農农 衛卫 僑侨 國国 際际 電电 視视 廣广 報报 "
    "臺台 網网 圖图 東东 華华 陳陈 劉刘 張张 趙赵 黃黄 吳吴 孫孙 馬马 羅罗 鄭郑 許许 鄧邓 馮冯 "
    "韓韩 賴赖 鍾钟 鐘钟 盧卢 蘇苏 葉叶 蔣蒋 賈贾 譚谭 鄒邹 陸陆 龍龙 萬万 錢钱 湯汤 藍蓝 閻阎 "
    "鮑鲍 嚴严 溫温 喬乔 齊齐 龐庞 蘭兰 畢毕 賀贺 莊庄 聶聂 麥麦 歐欧 陽阳 連连 雲云 樂乐 紀纪 "
    "閔闵 師师 竇窦 談谈 婁娄 顏颜 郟郏 藺蔺 閆闫 鄔邬 麗丽 審审 計计 檢检 眾众 衆众 質质 監监 "
    "規规 劃划 觀观 點点 評评 編编 輯辑 訪访 現现 後后 無无 還还 過过 動动 實实 錄录 貢贡 獻献 "
    "鄉乡 鎮镇 鐵铁 輸输 醫医 療疗 學学 術术 財财 稅税 場场 貿贸 訊讯 種种 給给 講讲 話话 達达 "
    "權权 賓宾 們们 個个 習习 懇恳 續续 結结 換换 當当 幾几 兩两 題题 負负 責责 勞劳 體体 佈布 "
    "聯联 創创 選选 說说 稱称 認认 強强 據据 讓让 誌志 雜杂 頻频 將将 來来 見见 內内 優优 賽赛 "
    "舉举 臨临 緊紧 麼么 針针 灣湾 門门 層层 樣样 該该 閱阅 錦锦 鳳凤 鵬鹏 傑杰 偉伟 獲获 興兴 "
    "較较 採采 週周 潔洁 紅红 單单 機机 構构 韋韦 魯鲁 範范 銳锐 軍军 謙谦 遠远 慶庆 寶宝 傳传 "
    "貴贵 絡络 證证 項项 顧顾 條条 減减 讀读 費费 運运 從从 線线 頭头 競竞 績绩 銷销 鋒锋 腦脑 "
    "雙双 號号 藥药 護护 獎奖 聲声 壓压 補补 覆复 簡简 預预 備备 禮礼 驗验 測测 試试 練练 養养 "
    "漁渔 糧粮 礦矿 隊队 榮荣 譽誉 輪轮 駐驻 幹干 聽听 訴诉 誰谁 嬌娇 鈞钧 銘铭 靜静 穎颖 瑩莹 "
    "蓮莲 鵑鹃 瓊琼 楊杨 閩闽 鄺邝 龔龚 樓楼 甯宁 諸诸 薩萨 蕭萧 戰战 勵励 勳勋 剛刚 嘗尝 歲岁 "
    "盡尽 貼贴 紙纸 紐纽 綠绿 緯纬 維维 纖纤 罰罚 聖圣 臉脸 艦舰 營营 虛虚 蟲虫 裡里 裏里 訂订 "
    "註注 詢询 誠诚 誤误 課课 謀谋 識识 變变 豐丰 貨货 貧贫 購购 賠赔 贏赢 趕赶 跡迹 軌轨 載载 "
    "逕径 遞递 遲迟 遺遗 邏逻 釋释 鋼钢 閉闭 閒闲 闊阔 隨随 險险 難难 靈灵 頁页 頂顶 順顺 須须 "
    "頓顿 額额 顯显 飛飞 飯饭 館馆 驚惊 驅驱 魚鱼 鮮鲜 鹽盐 齡龄 啟启 啓启 嗎吗 園园 圍围 執执 "
    "堅坚 塊块 墊垫 壇坛 壞坏 夠够 奪夺 婦妇 媽妈 寧宁 寫写 屆届 屬属 島岛 崗岗 嶺岭 巖岩 帶带 "
    "幣币 庫库 廠厂 廢废 彈弹 徑径 復复 徵征 態态 慣惯 憂忧 憑凭 懷怀 戶户 掛挂 損损 搶抢 擁拥 "
    "擇择 擔担 擬拟 擴扩 攝摄 敗败 敵敌 數数 斷断 於于 晉晋 暢畅 暫暂 曆历 極极 歷历 殘残 殺杀 "
    "氣气 決决 沒没 沖冲 況况 淚泪 淨净 渦涡 滿满 漢汉 潰溃 澤泽 濟济 濱滨 灑洒 烏乌 熱热 燈灯 "
    "爭争 爺爷 牆墙 狀状 獨独 瑪玛 畝亩 畫画 異异 盜盗 盤盘 睜睁 確确 碼码 礙碍 禍祸 穀谷 積积 "
    "穩稳 窮穷 筆笔 筍笋 築筑 簽签 籌筹 類类 糾纠 約约 純纯 級级 細细 終终 統统 絲丝 綜综 締缔 "
    "緩缓 縮缩 織织 繞绕 繪绘 繼继 衞卫 "
)
_BLANKS = "\u00a0\u3000\u2002\u2003\u2009\u200a\u2007\u202f\u1680\u205f"
_MARKS = {":": "：", "﹕": "：", "︰": "：", "∶": "：", ",": "，", ";": "；", "!": "！", "?": "？"}

_FOLD = (
    {ord(pair[0]): pair[1] for pair in _SIMPLER.split()}
    | {ord(blank): " " for blank in _BLANKS}
    | {ord(mark): full for mark, full in _MARKS.items()}
    | {ord("("): "（", ord(")"): "）", ord("「"): "“", ord("」"): "”"}
)
_FOLD_LATIN = {ord(blank): " " for blank in _BLANKS} | {ord("："): ":", ord("’"): "'"}


def fold(text: str) -> str:
    """The view of `text` for Chinese cues; as long as `text`."""
    return text.translate(_FOLD)


_TRADITIONAL = re.compile(f"[{''.join(pair[0] for pair in _SIMPLER.split())}]")


def has_traditional(text: str) -> bool:
    """Whether the view of `text` has other characters than the text, blanks and marks aside."""
    return _TRADITIONAL.search(text) is not None


def fold_latin(text: str) -> str:
    """The view of `text` for English cues: blanks and colons alike; as long as `text`."""
    return text.translate(_FOLD_LATIN)
