namespace SiteGen.Benchmarks.Search;

/// <summary>Queries that were written by hand, and what is right for each.</summary>
static class TextQueries
{
    /// <summary>
    /// Words and phrases of the seeds in other forms than the seeds have, and the text that a right post holds (any of those between bars).
    /// </summary>
    public static readonly (string Query, string Text)[] Texts =
    [
        ("공매도를", "공매도"),
        ("멘토가", "멘토"),
        ("혈액 검사로", "혈액 검사"),
        ("혈액검사", "혈액 검사"),
        ("개인맞춤형 치료제", "개인 맞춤형 치료제"),
        ("백악관의", "백악관"),
        ("서브트윗이", "서브트윗"),
        ("무스타파 술레이만은", "무스타파 술레이만"),
        ("mustafa suleiman", "Mustafa Suleiman"),
        ("프런티어 모델", "프런티어 모델"),
        ("frontier model", "frontier models"),
        ("프론티어모델이", "프론티어 모델"),
        ("페르소나 논 그라타", "페르소나 논 그라타"),
        ("persona non grata", "persona non grata"),
        ("초심에서", "초심"),
        ("쇼신(初心)", "쇼신(初心)"),
        ("민주당원은", "민주당원"),
        ("공화당의", "공화당"),
        ("세계 경제 포럼", "세계경제포럼"),
        ("클라우스슈밥", "클라우스 슈밥"),
        ("Klaus Schwab", "Klaus Schwab"),
        ("나무심기", "나무 심기"),
        ("다보스 맨이", "다보스 맨|다보스맨"),
        ("코파일럿은 실패", "코파일럿(Copilot)은 이미 실패"),
        ("클리피 수준", "클리피(Clippy)’ 수준"),
        ("가트너의", "가트너"),
        ("챗gpt는", "챗GPT"),
        ("애널리스트 리포트가", "애널리스트 리포트"),
        ("도파민중독", "도파민 중독"),
        ("워라벨이", "워라벨"),
        ("러닝과 축구", "축구와 러닝"),
        ("엑셀 함수를", "엑셀 함수"),
        ("허허벌판 판교", "허허벌판 판교"),
        ("카카오의 탄생", "카카오의 탄생"),
        ("Harvard Crimson", "Harvard Crimson"),
        ("Emily Chang이", "Emily Chang"),
        ("오픈소스에 대한 의지", "오픈소스에 대한 의지|오픈소스에 대한 강한 의지"),
        ("해커의 마음가짐", "해커의 마음 가짐"),
        ("디지털 에이전트", "디지털 에이전트"),
        ("암을 치료", "암을 어떻게 치료"),
    ];

    /// <summary>Tags and companies as readers write them, and the tag that is meant.</summary>
    public static readonly (string Query, string Tag)[] Tags =
    [
        ("LLaMA", "LLaMA"), ("llama는", "LLaMA"), ("오픈소스를", "오픈소스"), ("오픈 소스", "오픈소스"), ("ＡＧＩ", "AGI"), ("AGI가", "AGI"),
        ("스타게이트의", "스타게이트"), ("ㅅㅌㄱㅇㅌ", "스타게이트"), ("tmxkrpdlxm", "스타게이트"), ("다보스에서", "다보스"), ("에이전트들", "에이전트"),
        ("에이젼트", "에이전트"), ("코파일ㄹ", "코파일럿"), ("chatgpt", "ChatGPT"), ("데이터 센터", "데이터센터"), ("전력이", "전력"), ("투자를", "투자"),
        ("ㅂㄷㅊ", "반도체"), ("스타트업에서", "스타트업"), ("헬스켕", "헬스케어"), ("닷컴 버블", "닷컴버블"), ("워라밸은", "워라밸"), ("세일즈포스에", "세일즈포스"),
        ("akdlzmfhthvmxm", "마이크로소프트"), ("오픈ai의", "오픈AI"), ("dhvmsAI", "오픈AI"), ("앤스로픽", "앤트로픽"), ("에어비엔비", "에어비앤비"), ("오라클의", "오라클"),
        ("메타가", "메타"),
    ];

    /// <summary>The people of the benchmark posts.</summary>
    public static readonly Person[] People =
    [
        new("마크 베니오프", "세일즈포스", "베니오프", "마크 베니어프", "마크 베니옾"),
        new("마크 주커버그", "메타", "주커버그", "주커버크", "마크 주커벅"),
        new("사티아 나델라", "마이크로소프트", "나델라", "나댈라", "사티아 나델ㄹ"),
        new("샘 알트먼", "오픈AI", "알트먼", "알트만", "샘 알틈"),
        new("알렉산드르 왕", "스케일AI", "알렉산드르", "알렉산더 왕", "알렉산ㄷ"),
        new("다리오 아모데이", "앤트로픽", "아모데이", "아모대이", "다리오 아몯"),
        new("젠슨 황", "엔비디아", "젠슨", "잰슨 황", "젠스"),
        new("브라이언 체스키", "에어비앤비", "체스키", "브라이안 체스키", "브라이언 체슼"),
        new("일론 머스크", "테슬라", "머스크", "일런 머스크", "일론 머슼"),
        new("래리 엘리슨", "오라클", "엘리슨", "앨리슨", "래리 엘릿"),
    ];
}

/// <param name="Part">One of the two names, which nobody else has.</param>
/// <param name="Misspelled">With one letter of a syllable wrong.</param>
/// <param name="Begun">As it stands in the box while the name is being typed.</param>
sealed record Person(string Name, string Company, string Part, string Misspelled, string Begun)
{
    public string Joined => Name.Replace(" ", "");
}
